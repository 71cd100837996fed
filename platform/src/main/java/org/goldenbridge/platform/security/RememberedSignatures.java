package org.goldenbridge.platform.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.RsaUsingShaAlgorithm;
import org.jose4j.lang.JoseException;

/**
 * RS256 (RFC 7518, 3.3) that reckons each signature once. A token comes with every request of its bearer, and its signature
 * costs more than all else that is looked at. What is remembered is that this key verifies this signature of these bytes: a
 * fact of arithmetic, that no time changes. Which key the issuer has now, whether the token has expired, who issued it and for
 * whom is asked at every request as before, outside of this.
 */
class RememberedSignatures extends RsaUsingShaAlgorithm.RsaSha256 {
    private static final int MOST = 10_000;

    private final int most;
    private final Map<ByteBuffer, Boolean> good = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > most;
        }
    };

    /** Makes one that remembers so many signatures, those that were seen last. */
    RememberedSignatures(int most) {
        this.most = most;
    }

    /** Puts it in the place of jose4j's own, which Quarkus asks. */
    @Singleton
    static class Registration {
        void register(@Observes StartupEvent started) {
            AlgorithmFactoryFactory.getInstance()
                    .getJwsAlgorithmFactory()
                    .registerAlgorithm(new RememberedSignatures(MOST));
        }
    }

    @Override
    public boolean verifySignature(byte[] signature, Key key, byte[] signed, ProviderContext context)
            throws JoseException {
        var seen = digest(key, signed, signature);
        synchronized (good) {
            if (good.get(seen) != null) {
                return true;
            }
        }
        var isGood = reckon(signature, key, signed, context);
        if (isGood) { // what is not good is not remembered: nobody without the issuer's key can fill the memory
            synchronized (good) {
                good.put(seen, true);
            }
        }
        return isGood;
    }

    boolean reckon(byte[] signature, Key key, byte[] signed, ProviderContext context) throws JoseException {
        return super.verifySignature(signature, key, signed, context);
    }

    /** SHA-256 of all that the answer depends on, each part with its length, so that no two can be taken for each other. */
    private static ByteBuffer digest(Key key, byte[] signed, byte[] signature) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new byte[][] {key.getEncoded(), signed, signature}) {
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
                digest.update(part);
            }
            return ByteBuffer.wrap(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

package org.goldenbridge.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.jose4j.jca.ProviderContext;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class RememberedSignaturesTest {
    private static final byte[] TOKEN = "header.claims".getBytes(US_ASCII);
    private static final ProviderContext ANY = new ProviderContext();

    private final KeyPair ours = keys();
    private final KeyPair others = keys();
    private final Counting signatures = new Counting(2);

    /** Counts what is reckoned. */
    private static final class Counting extends RememberedSignatures {
        int reckoned;

        Counting(int most) {
            super(most);
        }

        @Override
        boolean reckon(byte[] signature, Key key, byte[] signed, ProviderContext context) throws JoseException {
            reckoned++;
            return super.reckon(signature, key, signed, context);
        }
    }

    @Test
    void reckonsAGoodSignatureOnce() throws JoseException {
        var signature = sign(ours, TOKEN);
        for (var time = 0; time < 3; time++) {
            assertTrue(signatures.verifySignature(signature, ours.getPublic(), TOKEN, ANY));
        }
        assertEquals(1, signatures.reckoned);
    }

    @Test
    void doesNotTakeAnythingElseForWhatItRemembers() throws JoseException {
        var signature = sign(ours, TOKEN);
        assertTrue(signatures.verifySignature(signature, ours.getPublic(), TOKEN, ANY));

        assertFalse(signatures.verifySignature(signature, others.getPublic(), TOKEN, ANY), "another key");
        assertFalse(signatures.verifySignature(sign(others, TOKEN), ours.getPublic(), TOKEN, ANY), "another signature");
        var changed = "header.Claims".getBytes(US_ASCII);
        assertFalse(signatures.verifySignature(signature, ours.getPublic(), changed, ANY), "other claims");
        for (var bit = 0; bit < 8 * signature.length; bit += 97) {
            var flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(signatures.verifySignature(flipped, ours.getPublic(), TOKEN, ANY), "a flipped bit");
        }
    }

    @Test
    void remembersNothingOfWhatIsNotGood() throws JoseException {
        var signature = sign(others, TOKEN);
        assertFalse(signatures.verifySignature(signature, ours.getPublic(), TOKEN, ANY));
        assertFalse(signatures.verifySignature(signature, ours.getPublic(), TOKEN, ANY));
        assertEquals(2, signatures.reckoned);
    }

    @Test
    void forgetsWhatWasNotSeenForLongest() throws JoseException {
        var first = sign(ours, "1".getBytes(US_ASCII));
        for (var token : new String[] {"1", "2", "3"}) {
            var bytes = token.getBytes(US_ASCII);
            assertTrue(signatures.verifySignature(sign(ours, bytes), ours.getPublic(), bytes, ANY));
        }
        assertTrue(signatures.verifySignature(first, ours.getPublic(), "1".getBytes(US_ASCII), ANY));
        assertEquals(4, signatures.reckoned);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(KeyPair keys, byte[] bytes) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

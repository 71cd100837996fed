package org.goldenbridge.platform.limit;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A range of addresses in CIDR notation (RFC 4632, RFC 4291): {@code 10.0.0.0/8}, {@code ::1}. */
record AddressRange(InetAddress first, int bits) {
    static AddressRange of(String text) {
        var slash = text.indexOf('/');
        var first = address(slash < 0 ? text : text.substring(0, slash));
        if (first == null) {
            throw new IllegalArgumentException("Not a range of addresses: " + text);
        }
        var longest = first.getAddress().length * 8;
        var bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > longest) {
            throw new IllegalArgumentException("Not a range of addresses: " + text);
        }
        return new AddressRange(first, bits);
    }

    boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        var whole = bits / 8;
        var rest = (0xFF00 >> (bits % 8)) & 0xFF;
        return Arrays.equals(mine, 0, whole, other, 0, whole)
                && (rest == 0 || ((mine[whole] ^ other[whole]) & rest) == 0);
    }

    /** The address that is written there; null when it is none. No name is ever looked up. */
    static @Nullable InetAddress address(String text) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only bytes of another length
        }
    }
}

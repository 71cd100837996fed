package org.goldenbridge.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Looks before anything is started whether every port is free, and says what to do about those that are not. */
final class PortCheck {

    private PortCheck() {}

    /** One sentence for each port that cannot be used. */
    static List<String> complaints(NetworkOptions options) {
        var complaints = new ArrayList<String>();
        var users = new HashMap<Integer, String>();
        for (var part : options.ports().byName().keySet()) {
            var instances = Network.SERVICES.contains(part) ? options.instances() : 1;
            for (var instance = 0; instance < instances; instance++) {
                var port = options.ports().of(part, instance);
                var name = Ports.instanceName(part, instance);
                var option = UpOptions.optionFor(part);
                var other = users.putIfAbsent(port, name);
                if (other != null) {
                    complaints.add("%s and %s cannot both listen on port %d; choose another with %s."
                            .formatted(other, name, port, option));
                } else if (Ports.answers(port)) {
                    complaints.add("Port %d, which %s needs, is taken by another program; choose another with %s."
                            .formatted(port, name, option + " " + Ports.free(1).of(Ports.GATEWAY)));
                }
            }
        }
        return complaints;
    }
}

package org.goldenbridge.local;

/** What a person sees when all is ready: where to go, and who to sign in as. */
final class Welcome {

    private Welcome() {}

    static String text(Network network) {
        var address = network.gateway().address();
        return """

                What                       Where
                -------------------------  --------------------------------------------------
                Front page                 %1$s/
                What is on, for visitors   %1$s/whats-on
                A screen on the wall       %1$s/screens/paris
                API pages, to try out      %1$s/docs
                Schedule                   %1$s/v1/sessions
                Catalogue                  %1$s/v1/records
                For harvesters (OAI-PMH)   %1$s/oai?verb=Identify
                Health                     %1$s/health
                Keycloak administration    %6$s   (admin, password in %2$s)
                PostgreSQL                 %3$s
                Kafka                      %4$s
                Logs                       %5$s

                Account (password demo)    May
                -------------------------  --------------------------------------------------
                aigerim                    administer the whole network
                beijing-manager            manage the centre in Beijing
                beijing-staff              work at the desk in Beijing
                paris-manager              manage the centre in Paris
                paris-staff                work at the desk in Paris
                beijing-cataloguer         catalogue in Beijing and Paris
                partner-blcu               read as a partner: a client, secret demo-partner-secret

                Ctrl-C stops everything.
                """.formatted(
                        address,
                        network.secretsFile(),
                        network.postgres().jdbcUrl(),
                        network.kafka().bootstrapServers(),
                        network.logs(),
                        network.keycloak().administration());
    }
}

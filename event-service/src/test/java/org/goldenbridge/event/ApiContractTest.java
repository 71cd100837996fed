package org.goldenbridge.event;

import java.io.IOException;
import org.goldenbridge.testing.ApiContract;
import org.junit.jupiter.api.Test;

@EventServiceTest
class ApiContractTest {
    @Test
    void answersWhatTheContractsPromise() throws IOException {
        ApiContract.mustHold("event-service");
    }
}

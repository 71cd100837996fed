package org.goldenbridge.centre;

import java.io.IOException;
import org.goldenbridge.testing.ApiContract;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class ApiContractTest {
    @Test
    void answersWhatTheContractsPromise() throws IOException {
        ApiContract.mustHold("centre-service");
    }
}

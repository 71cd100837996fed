package org.goldenbridge.catalogue;

import java.io.IOException;
import org.goldenbridge.testing.ApiContract;
import org.junit.jupiter.api.Test;

@CatalogueServiceTest
class ApiContractTest {
    @Test
    void answersWhatTheContractsPromise() throws IOException {
        ApiContract.mustHold("catalogue-service");
    }
}

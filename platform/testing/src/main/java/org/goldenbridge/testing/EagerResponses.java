package org.goldenbridge.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.internal.RestAssuredResponseImpl;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Reads each answer when it comes. RestAssured by itself reads it when a test first looks at it; by then its connection may
 * have been closed by the garbage collector. (Its logging filters read as well, and print what they read.)
 */
public final class EagerResponses implements QuarkusTestBeforeEachCallback, Filter {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext chain) {
        var response = chain.next(request, expected);
        if (!(response instanceof RestAssuredResponseImpl read) || read.getHasExpectations()) {
            return response;
        }
        var whole = new ResponseBuilder()
                .clone(response)
                .setBody(response.asByteArray())
                .build();
        ((RestAssuredResponseImpl) whole).setHasExpectations(true);
        return whole;
    }
}

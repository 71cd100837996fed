package org.goldenbridge.event.booking;

import static io.restassured.RestAssured.given;
import static org.goldenbridge.event.Network.beijing;
import static org.goldenbridge.event.Network.book;
import static org.goldenbridge.event.Network.count;
import static org.goldenbridge.event.Network.session;
import static org.goldenbridge.event.Network.visitor;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.Test;

@EventServiceTest
class BookingTest {
    @Test
    void booksAVisitorIn() {
        var centre = beijing(20);
        var session = session(centre, 10);
        var booking = book(centre.staff(), session, "a", visitor("Camille Laurent", 2))
                .statusCode(201)
                .body("status", equalTo("confirmed"))
                .body("places", equalTo(2))
                .body("sessionId", equalTo(session))
                .body("visitor.name", equalTo("Camille Laurent"))
                .body("bookedAt", notNullValue())
                .extract()
                .path("id");
        given().get("/v1/sessions/{id}", session)
                .then()
                .body("placesLeft", equalTo(8))
                .body("places", equalTo("plenty"));
        given().auth()
                .oauth2(centre.staff())
                .get("/v1/bookings/{id}", booking)
                .then()
                .statusCode(200)
                .body("visitor.contact", equalTo("camille.laurent@example.org"));
        assertEquals(1, count("select 1 from audit where action = 'booked' and session_id = '" + session + "'"));
    }

    @Test
    void givesTheSameAnswerToTheSameKeyAndBooksOnce() {
        var centre = beijing(20);
        var session = session(centre, 10);
        var first = book(centre.staff(), session, "same", visitor("Li Na", 1))
                .statusCode(201)
                .extract()
                .asString();
        var second = book(centre.staff(), session, "same", visitor("Li Na", 1))
                .statusCode(201)
                .extract()
                .asString();
        assertEquals(first, second);
        assertEquals(1, count("select 1 from booking where session_id = '" + session + "'"));
    }
}

package org.goldenbridge.event.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who has booked: personal data, which stays in this service. */
@Entity
@Immutable
class Visitor {
    @Id
    UUID id;

    String centreId;
    String name;
    String contact;
    String language;
}

package org.goldenbridge.event.whatson;

import static org.goldenbridge.event.EventFixtures.apply;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.testing.TestResponse;

/** A centre in Paris whose texts are in all languages of the pages, with a programme that begins tomorrow. */
public final class Showcase {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static Showcase open;

    public final TestCentre centre;
    public final LocalDate day = LocalDate.now(ZONE).plusDays(1);
    public final String concert;
    public final String workshop;
    public final String cancelled;
    public final String onlyEnglish;
    public final String programme;
    public final String concertTomorrow;

    private Showcase() {
        var hall = UUID.randomUUID();
        centre = new TestCentre("showcase", hall);
        applyCentre();
        applyHall(hall);
        programme = programme();
        concert = event(
                "concert",
                "everyone",
                "\"fr\",\"kk\"",
                """
                {"kk":"Домбыра мен альт, салондағы кеш","ru":"Домбра и альт, вечер в салоне","en":"Dombra and viola, an evening in the salon",
                 "zh-Hans":"冬不拉与中提琴之夜","fr":"Dombra et alto, une soirée au salon","ar":"الدومبرا والفيولا، أمسية في الصالون"}""",
                """
                {"kk":"Құрманғазы мен Тілендиевтің күйлері альтпен бірге.","ru":"Кюи Курмангазы и Тлендиева вместе с альтом.",
                 "en":"Kuis of Kurmangazy and Tlendiyev, together with a viola.","zh-Hans":"库尔曼加济与特连季耶夫的奎乐，与中提琴合奏。",
                 "fr":"Des kuïs de Kourmangazy et de Tlendiev, avec un alto.","ar":"معزوفات قرمانغازي وتلينديف برفقة الفيولا."}""",
                ",\"price\":{\"amount\":12,\"currency\":\"EUR\"},\"programmeId\":\"" + programme + "\"");
        workshop = event("workshop", "children", "\"fr\"", """
                {"kk":"Киізден ою басамыз","ru":"Валяем узор из войлока","en":"Ornaments of felt","zh-Hans":"毛毡纹样工作坊",
                 "fr":"Des ornements en feutre","ar":"زخارف من اللباد"}""", """
                {"kk":"Қошқар мүйіз оюын өз қолыңмен жаса.","ru":"Бараний рог своими руками.","en":"The ram’s horn, made with your own hands.",
                 "zh-Hans":"亲手制作羊角纹。","fr":"La corne de bélier, faite de vos mains.","ar":"قرن الكبش تصنعه بيديك."}""", ",\"minimumAge\":8,\"maximumAge\":13");
        cancelled = event("screening", "adults", "\"fr\",\"ru\"", """
                {"kk":"Жаңа қазақ киносы","ru":"Новое казахское кино","en":"New Kazakh cinema","zh-Hans":"哈萨克斯坦新电影",
                 "fr":"Le nouveau cinéma kazakh","ar":"السينما الكازاخية الجديدة"}""", null, "");
        onlyEnglish = event(
                "lecture", "professionals", "\"en\"", "{\"en\":\"<b>Runes</b> & \\\"tamgas\\\" </script>\"}", null, "");
        picture(concert);
        concertTomorrow = session(concert, 1, "19:00", "20:30", 40);
        session(concert, 3, "19:00", "20:30", 40);
        var few = session(workshop, 1, "10:30", "12:00", 4);
        bookChildren(few, "Camille Laurent", "9,11");
        var full = session(workshop, 2, "10:30", "12:00", 2);
        bookChildren(full, "Ерлан Сейтжан", "8,12");
        session(onlyEnglish, 2, "14:00", "15:30", 30);
        var film = session(cancelled, 1, "15:00", "16:30", 30);
        given().bearer(centre.manager())
                .contentType("application/json")
                .header("If-Match", "*")
                .body(
                        "{\"reason\":{\"fr\":\"La copie est retenue en douane.\",\"en\":\"The copy is held up at customs.\"}}")
                .post("/v1/sessions/{id}/cancellation", film)
                .statusCode(200);
    }

    /** The same for all tests of a run. */
    public static synchronized Showcase open() {
        if (open == null) {
            open = new Showcase();
        }
        return open;
    }

    /** Its week, which shows all of it. */
    public String week(String language) {
        return "/whats-on?centre=showcase&day=%s&view=week&lang=%s".formatted(day, language);
    }

    public String eventPage(String event, String language) {
        return "/whats-on/events/" + event + "?lang=" + language;
    }

    /** A session of the event so many days from today. */
    public String session(String event, int ahead, String from, String to, int capacity) {
        var on = day.plusDays(ahead - 1L);
        return created(post(
                centre.manager(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT%s","endsAt":"%sT%s","capacity":%d}""".formatted(event, centre.space(), on, from, on, to, capacity)));
    }

    public TestResponse book(String session, String name, int places) {
        return EventFixtures.book(
                        centre.manager(), session, UUID.randomUUID().toString(), EventFixtures.visitor(name, places))
                .statusCode(201);
    }

    private void bookChildren(String session, String name, String ages) {
        EventFixtures.book(centre.manager(), session, UUID.randomUUID().toString(), """
                {"visitor":{"name":"%s","contact":"%s@example.org","language":"fr"},"places":2,"ages":[%s]}""".formatted(name, session, ages))
                .statusCode(201);
    }

    /** An event with these further fields. */
    public String event(String kind, String audience, String languages, String title, String description, String more) {
        return created(post(centre.manager(), "/v1/events", """
                {"centreId":"%s","kind":"%s","audience":"%s","languages":[%s],"title":%s%s%s}""".formatted(
                        centre.id(),
                        kind,
                        audience,
                        languages,
                        title,
                        description == null ? "" : ",\"description\":" + description,
                        more)));
    }

    /** A picture of the steppe in the evening, and what is to be seen on it. */
    private void picture(String event) {
        var tag = given().bearer(centre.manager())
                .contentType("image/png")
                .body(Steppe.inTheEvening())
                .put("/v1/events/{id}/image", event)
                .statusCode(200)
                .header("ETag");
        given().bearer(centre.manager())
                .contentType("application/json")
                .header("If-Match", tag)
                .body(
                        "{\"alt\":{\"en\":\"The sun goes down over the steppe.\",\"fr\":\"Le soleil se couche sur la steppe.\"}}")
                .put("/v1/events/{id}/image/alt", event)
                .statusCode(200);
    }

    private String programme() {
        var path = "/v1/programmes";
        String id = created(post(centre.manager(), path, """
                {"kind":"days-of-culture","centreId":"%s","startsOn":"%s","endsOn":"%s",
                 "title":{"kk":"Қазақ мәдениетінің күндері","ru":"Дни казахской культуры","en":"Days of Kazakh culture",
                          "zh-Hans":"哈萨克斯坦文化日","fr":"Journées de la culture kazakhe","ar":"أيام الثقافة الكازاخية"},
                 "description":{"en":"Over several cities.","fr":"Dans plusieurs villes."}}""".formatted(centre.id(), day, day.plusDays(60))));
        given().bearer(centre.manager())
                .contentType("application/json")
                .header("If-Match", "*")
                .post(path + "/" + id + "/announcement")
                .statusCode(200);
        return id;
    }

    private void applyCentre() {
        var hours = new StringBuilder();
        for (var name : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
            hours.append(hours.isEmpty() ? "" : ",")
                    .append("{\"day\":\"%s\",\"opens\":\"08:00\",\"closes\":\"22:00\"}".formatted(name));
        }
        apply("centre.centres", "org.goldenbridge.centre.changed.v1", centre.id(), """
                {"id":"showcase","version":1,"withdrawn":false,"country":"FR","zone":"Europe/Paris",
                 "name":{"kk":"Париждегі Қазақ мәдени орталығы","ru":"Казахский культурный центр в Париже",
                         "en":"Kazakh Cultural Centre in Paris","zh-Hans":"巴黎哈萨克斯坦文化中心",
                         "fr":"Centre culturel kazakh de Paris","ar":"المركز الثقافي الكازاخي في باريس"},
                 "city":{"kk":"Париж","ru":"Париж","en":"Paris","zh-Hans":"巴黎","fr":"Paris","ar":"باريس"},
                 "address":{"kk":"Дала өткелі, 12","ru":"проезд Степей, 12","en":"12 passage des Steppes","zh-Hans":"草原巷12号",
                            "fr":"12, passage des Steppes","ar":"12 ممر السهوب"},
                 "openingHours":[%s],"closures":[]}""".formatted(hours));
    }

    private static void applyHall(UUID id) {
        apply("centre.spaces", "org.goldenbridge.space.changed.v1", id.toString(), """
                {"id":"%s","centreId":"showcase","version":1,"withdrawn":false,"code":"salon","kind":"music-hall","capacity":60,
                 "name":{"kk":"Музыка салоны","ru":"Музыкальный салон","en":"Music salon","zh-Hans":"音乐沙龙",
                         "fr":"Salon de musique","ar":"صالون الموسيقى"},
                 "setUpMinutes":0,"clearingMinutes":0,"cells":["%s"]}""".formatted(id, id));
    }
}

package org.goldenbridge.event.image;

/**
 * An uploaded image as it is kept: for a page and for a card of a list, made anew from nothing but its pixels.
 *
 * @param small is the large one itself when that is small enough
 */
record Renditions(Rendition large, Rendition small) {
    /** The longest side of the large one, in pixels. */
    static final int LONGEST = 1_600;

    /** How wide the small one is at most, in pixels. */
    static final int SMALL_WIDEST = 480;

    static Renditions of(Source source) {
        var scale = Math.min(1, (double) LONGEST / Math.max(source.width, source.height));
        var reduction = new Reduction(source.width, source.height, scale);
        new Decoding(source).rows(reduction::add);
        var picture = source.orientation.applyTo(reduction.reduced());
        var type = source.type == ImageType.PNG && !picture.isOpaque() ? ImageType.PNG : ImageType.JPEG;
        var large = Rendition.of(picture, type);
        var small = picture.width <= SMALL_WIDEST ? large : Rendition.of(picture.atMost(SMALL_WIDEST), type);
        return new Renditions(large, small);
    }
}

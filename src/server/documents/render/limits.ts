/** Pixels of the longer side of a page's picture: fine print of an A4 letter can be read, 30 pages stay small. */
export const LONGER_SIDE = 1_800;
/** Of 100. */
export const JPEG_QUALITY = 82;
/** A picture inside a PDF that is larger is left out rather than unpacked (40 megapixels, as for photos). */
export const MOST_PIXELS = 40_000_000;

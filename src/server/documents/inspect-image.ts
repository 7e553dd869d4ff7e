import sharp from "sharp";
import { LIMITS, type Problem } from "./kinds.ts";

// Everything libvips can open is blocked, then the three kinds we take are let in again: SVG runs scripts, and the
// rarer loaders are where its security bugs have been.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
sharp.cache(false);

const SECONDS = 15;
const QUALITY = 88;

/**
 * Decodes a photo fully and writes it anew as a JPEG: turned the right way up, no location, no thumbnail, nothing
 * that rode along behind the picture. A photo of a letter also shows where the mum lives when its metadata stays.
 */
export async function inspectImage(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; mime: string; pages: null } | { problem: Problem }> {
  try {
    const options = { limitInputPixels: LIMITS.pixels, failOn: "warning" as const };
    const { width, height, pages } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (width * height > LIMITS.pixels) return { problem: "too_many_pixels" };
    if ((pages ?? 1) > 1) return { problem: "moving" };
    const clean = await sharp(bytes, options)
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" })
      .toBuffer();
    if (clean.length > LIMITS.bytes) return { problem: "too_big" };
    return { bytes: clean, mime: "image/jpeg", pages: null };
  } catch {
    return { problem: "damaged" };
  }
}

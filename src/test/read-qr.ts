// Reads a QR code off a picture with another library than the one that drew it.
import decodeQR from "qr/decode.js";
import sharp from "sharp";

/** What the code says. Throws when there is none a camera could read. */
export async function readQr(picture: Uint8Array): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

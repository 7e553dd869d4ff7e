import { create } from "qrcode";

/** An address as squares for a camera, with words for who cannot see it. White around it: cameras need the edge. */
export function Qr({ address, label }: { address: string; label: string }) {
  const { modules } = create(address, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const squares: string[] = [];
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (modules.get(y, x)) squares.push(`M${x + 2} ${y + 2}h1v1h-1z`);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size + 4} ${size + 4}`} className="block h-auto w-44">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={squares.join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** An address as a QR code that a phone can read from an arm's length. */
import qrcode from 'qrcode';

export function QrCode({ text, label, size = '14rem' }: { text: string; label: string; size?: string }) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const cells: string[] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) cells.push(`M${column + 4} ${row + 4}h1v1h-1z`);
  const side = modules.size + 8;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      data-testid="qr"
      data-text={text}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={cells.join('')} fill="#000" />
    </svg>
  );
}

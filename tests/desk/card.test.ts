/** Promise of the training card: what the desk prints as its QR is what the desk's camera reads. */
import { decodeQR } from 'qr/decode.js';
import { create } from 'qrcode';
import { expect, test } from 'vitest';

const MARGIN = 4;

/** The QR as a camera would see it: grey on white, `scale` dots a module, a little noise. */
function seen(text: string, scale: number): { width: number; height: number; data: Uint8Array } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * MARGIN) * scale;
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [column, row] = [Math.floor(x / scale) - MARGIN, Math.floor(y / scale) - MARGIN];
      const inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      const dark = inside && modules.get(row, column) === 1;
      const shade = (dark ? 60 : 215) + ((x * 7 + y * 13) % 19);
      data.set([shade, shade, shade, 255], (y * side + x) * 4);
    }
  return { width: side, height: side, data };
}

test.each([3, 5, 9])('a card printed at %s dots a module is read back as it was written', (scale) => {
  const text = 'DRILLHALL1:3F9A0C:7KQM-X2RA-3';
  expect(decodeQR(seen(text, scale))).toBe(text);
});

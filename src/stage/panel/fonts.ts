/** The app's own fonts, ready before the first panel is painted; a device's fonts stand in until then. */

let loading: Promise<void> | undefined;

/** Loads both weights once. Never fails: a panel in the device's font is better than none. */
export function openFonts(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const base = import.meta.env.BASE_URL;
  const faces = (['regular', 'bold'] as const).map(
    (weight) =>
      new FontFace('Drillhall Sans', `url(${base}fonts/drillhall-${weight}.woff2) format("woff2")`, {
        weight: weight === 'bold' ? '700' : '400',
        display: 'swap',
      }),
  );
  await Promise.allSettled(
    faces.map(async (face) => {
      document.fonts.add(face);
      await face.load();
    }),
  );
}

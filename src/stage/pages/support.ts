/** What this browser can do, asked before anything heavy is fetched. */

/** @returns why a headset cannot be entered here, null when it can. */
export async function headsetTrouble(): Promise<'no-webxr' | 'insecure' | 'no-headset' | null> {
  if (!globalThis.isSecureContext) return 'insecure';
  if (!navigator.xr) return 'no-webxr';
  try {
    return (await navigator.xr.isSessionSupported('immersive-vr')) ? null : 'no-headset';
  } catch {
    return 'no-headset';
  }
}

/** @returns whether a canvas can draw at all. */
export function hasWebGL(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

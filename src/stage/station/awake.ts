/** Keeps the screen of a station on while its page is seen. */

/** @returns a function that lets it sleep again; where the browser cannot, the device's own settings decide */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const take = async () => {
    if (over || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    lock = await navigator.wakeLock?.request('screen').catch(() => null);
  };
  // a lock is lost whenever the page is hidden
  const seen = () => void take();
  document.addEventListener('visibilitychange', seen);
  void take();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', seen);
    void lock?.release().catch(() => undefined);
  };
}

/** Sounds of keys and marks: asked for by panels, played by whoever listens; silent where nobody does. */
export type UiSound = 'press' | 'ok' | 'wrong' | `digit:${string}`;

type Listener = (sound: UiSound) => void;
const listeners = new Set<Listener>();

export function playUi(sound: UiSound): void {
  for (const listener of listeners) listener(sound);
}

/** @returns how to stop listening. */
export function onUi(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

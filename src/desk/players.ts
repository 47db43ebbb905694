/** The desk's one door to the stage: a run played again, and a run as it happens; fetched when one is looked at. */
export function players() {
  return import('../stage/replay/players.ts');
}

/** The kinds of people whose runs the bench of scores plays. */
export const ROBOTS = ['expert', 'novice', 'panicked', 'idle'] as const;
export type Robot = (typeof ROBOTS)[number];

/** Whoever watches a replay in a house stands in the trainee's own room, never in a wall or in their face. */
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/cli/packs-node.ts';
import { setupOf } from '../../../src/script/room.ts';
import { spaceIndexAt } from '../../../src/sim/air.ts';
import type { Vec3, World } from '../../../src/sim/world.ts';
import { bestAround, cornersAround } from '../../../src/stage/replay/viewpoint.ts';

describe.each(['stair-smoky-stay', 'school-corridor', 'restaurant-guests'])('%s', (variant) => {
  const { room } = setupOf(loadPack(`fire-escape/${variant}`).room, { duty: '', gas: '' }, 1.6);

  test('from every post the watcher is in the same space and the best place is a step away', () => {
    for (const [post, at] of Object.entries(room.posts)) {
      const head_m: Vec3 = [at[0], at[1] + 1.6, at[2]];
      const index = spaceIndexAt(room, head_m);
      const space = index < 0 ? null : room.spaces[index]!;
      const body = { space: space?.id ?? 'outside', head: { position_m: head_m } };
      const world = { room, body } as unknown as World;
      const box = space?.box ?? room.exit.outside;
      for (const place of cornersAround(world))
        for (let i = 0; i < 3; i++) {
          expect(place[i]!, `${post} ${i}`).toBeGreaterThanOrEqual(box.min_m[i]!);
          expect(place[i]!, `${post} ${i}`).toBeLessThanOrEqual(box.max_m[i]!);
        }
      const best = cornersAround(world)[bestAround(world)]!;
      expect(Math.hypot(best[0] - at[0], best[2] - at[2]), post).toBeGreaterThan(0.8);
    }
  });
});

/** Where the body is put: after a rewind back at the decision, and at standing height for who sits. */
import { afterEach, describe, expect, test } from 'vitest';
import { moveHeight } from '../../../src/stage/input/body.ts';
import { forgetVisitor, settings } from '../../../src/stage/input/settings.ts';
import { putBack } from '../../../src/stage/input/step.ts';
import { createTrainee } from '../../../src/stage/input/trainee.ts';
import { open } from '../../drill/hand.ts';

afterEach(forgetVisitor);

function inHeadset(x: number, y: number, z: number) {
  const drill = open('firefighting/kitchen-wok');
  const t = createTrainee(drill);
  t.presenting = true;
  t.xr.headTracked = true;
  Object.assign(t.xr.head, { x, y, z });
  return { drill, t };
}

describe('after a rewind', () => {
  test('the head stands and faces as it did at the decision, wherever the wearer stands by now', () => {
    const { drill, t } = inHeadset(0.7, 1.6, -0.4);
    t.rig.x_m = 2;
    t.rig.yaw_rad = 1.1;
    const yaw_rad = 0.5;
    drill.world.body.head.position_m = [0.3, 1.6, -0.2];
    drill.world.body.head.orientation_quat = [0, Math.sin(yaw_rad / 2), 0, Math.cos(yaw_rad / 2)];
    putBack(t, drill);
    expect([t.head.x, t.head.z]).toEqual([expect.closeTo(0.3, 6), expect.closeTo(-0.2, 6)]);
    expect(t.headYaw_rad).toBeCloseTo(yaw_rad, 6);
  });

  test('what the room put back into a hand stays there, and a closed finger does not squeeze it', () => {
    const { drill, t } = inHeadset(0, 1.6, 0);
    const bottle = Object.keys(drill.world.things).find((id) => drill.world.things[id]?.kind === 'extinguisher')!;
    drill.world.body.holds.right = bottle;
    t.hands.left.taken = 'held';
    t.deeds.push({ do: 'release', hand: 'right' });
    putBack(t, drill);
    expect([t.hands.right.taken, t.hands.left.taken]).toEqual(['kept', null]);
    expect(t.hands.right.hush).toBe(true);
    expect(t.deeds).toEqual([]);
  });
});

test('who sits down in the middle of a run looks from standing height', () => {
  const { t } = inHeadset(0, 1.15, 0);
  t.height.measured_m = 1.62;
  for (let k = 0; k < 20; k++) t.heights_m.push(1.15);
  settings.setState({ seated: true });
  for (let k = 0; k < 100; k++) moveHeight(t, 0.02);
  expect(t.xr.head.y + t.lift_m).toBeCloseTo(1.6, 2);
});

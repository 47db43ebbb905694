/** What staff press when somebody stands beside their place: the body is put back where the run has it, looking ahead. */
import type { Drill } from '../../drill/types.ts';
import { localHead } from '../input/body.ts';
import type { Trainee } from '../input/trainee.ts';
import { placeHead, yawOf_rad } from '../rig/rig.ts';

/** The run's own head keeps its place in the room; the real head, wherever it has wandered, is that head again. */
export function recentre(t: Trainee, drill: Drill): void {
  const { head } = drill.world.body;
  const [x, y, z, w] = head.orientation_quat;
  const q = t.xr.headQuat;
  const turned_rad = t.presenting ? yawOf_rad(q.x, q.y, q.z, q.w) : 0;
  placeHead(t.rig, localHead(t), turned_rad, head.position_m[0], head.position_m[2], yawOf_rad(x, y, z, w));
  t.pitch_rad = 0;
  t.loco.goal = null;
}

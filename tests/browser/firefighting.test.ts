/** The first promise of the house: a run made at a desk or in a headset is a row in the manager's sheet. */
import { playGoodRuns } from './good.ts';

playGoodRuns('firefighting', 95, [
  ['kitchen-wok', 'good-lid', 'desk'],
  ['kitchen-wok', 'good-lid', 'controllers'],
  ['kitchen-wok', 'good-lid', 'hands'],
  ['living-room-basket', 'good-powder', 'desk'],
  ['living-room-basket', 'good-powder', 'controllers'],
  ['shop-inspection-carton', 'good', 'desk'],
  ['shop-inspection-carton', 'good', 'controllers'],
]);

/** Out of the house, or safe in it, in a real browser: every variant of the escape. */
import { playGoodRuns } from './good.ts';

playGoodRuns('fire-escape', 80, [
  ['own-flat-night', 'good-desktop', 'desk'],
  ['own-flat-night', 'good-stairs', 'controllers'],
  ['stair-smoky-stay', 'good-desktop', 'desk'],
  ['stair-smoky-stay', 'good-stay', 'controllers'],
  ['ebike-stairwell', 'good-desktop', 'desk'],
  ['ebike-stairwell', 'good-stay', 'controllers'],
  ['fire-above', 'good-desktop', 'desk'],
  ['fire-above', 'good-stairs', 'controllers'],
  ['school-corridor', 'good-desktop', 'desk'],
  ['school-corridor', 'good-east', 'controllers'],
  ['restaurant-guests', 'good-desktop', 'desk'],
  ['restaurant-guests', 'good-lead', 'controllers'],
]);

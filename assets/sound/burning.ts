/** Sounds of what burns and of what is sprayed or thrown at it. */
import {
  brown,
  drive,
  filter,
  gain,
  held,
  lay,
  mix,
  pink,
  random,
  room,
  seamless,
  shape,
  strike,
  type Wave,
  wander,
  white,
} from './dsp.ts';
import { click } from './strikes.ts';

// ------------------------------------------------------------------ fire

export function fireSmall(): Wave {
  const long_s = 6.5;
  const slow = wander(3);
  const body = shape(filter(filter(brown(long_s), 'low', 500), 'high', 80), (t) => 0.35 + 0.35 * slow(t));
  return seamless(
    crackle(
      mix(
        gain(body, 0.5),
        shape(filter(pink(long_s), 'band', 2600, 0.6), () => 0.08),
      ),
      110,
    ),
  );
}
export function fireBig(): Wave {
  const long_s = 8.5;
  const slow = wander(3);
  const roar = shape(filter(filter(brown(long_s), 'low', 420), 'high', 40), (t) => 0.6 + 0.5 * slow(t));
  const hiss = shape(filter(pink(long_s), 'band', 2200, 0.5), (t) => 0.14 + 0.12 * slow(t * 1.7));
  return seamless(crackle(mix(roar, hiss), 190));
}
function crackle(onto: Wave, count: number): Wave {
  const long_s = onto.length / 48_000;
  for (let k = 0; k < count; k++) {
    const at_s = random() * (long_s - 0.2);
    const snap = click(0.06, 900 + 5200 * random() ** 2, 1.5 + 3 * random(), 0.0015 + 0.01 * random() ** 2);
    lay(onto, snap, at_s, 0.4 + 2.2 * random() ** 4);
  }
  return onto;
}
export function sizzle(): Wave {
  const slow = wander(14);
  const out = shape(filter(white(5.5), 'high', 3800), (t) => 0.28 + 0.2 * slow(t));
  for (let k = 0; k < 220; k++)
    lay(out, click(0.03, 1800 + 5000 * random(), 2, 0.003 + 0.006 * random()), random() * 5.4, 0.2 + random() ** 3);
  return seamless(out);
}
export function fireball(): Wave {
  const long_s = 2.6;
  const rush = shape(
    filter(brown(long_s), 'low', (t) => 900 * Math.exp(-t * 1.1) + 90),
    strike(0.09, 0.55),
  );
  const tear = shape(
    filter(white(long_s), 'band', (t) => 1500 * Math.exp(-t * 1.6) + 250, 0.6),
    strike(0.06, 0.4),
  );
  return room(drive(mix(gain(rush, 3), gain(tear, 0.7)), 1.6), 0.9, 0.4);
}
export function flash(): Wave {
  const puff = shape(
    filter(brown(1.6), 'low', (t) => 1400 * Math.exp(-t * 3) + 120),
    strike(0.03, 0.28),
  );
  return room(
    drive(mix(gain(puff, 2.4), gain(shape(filter(white(1.6), 'band', 1800, 0.7), strike(0.02, 0.15)), 0.6)), 1.3),
    0.6,
    0.35,
  );
}
export function steam(): Wave {
  const slow = wander(9);
  return shape(
    filter(white(1.8), 'high', (t) => 1600 + 2500 * t),
    (t) => held(1.8, 0.05, 1.1)(t) * (0.7 + 0.3 * slow(t)),
  );
}

// ---------------------------------------------------------------- agents

export function powder(): Wave {
  const long_s = 4.5;
  const slow = wander(22);
  const body = filter(white(long_s), 'band', 2000, 0.5);
  const air = filter(white(long_s), 'high', 5200);
  return seamless(
    shape(
      mix(gain(body, 1.4), gain(filter(brown(long_s), 'band', 240, 0.8), 0.6), gain(air, 0.6)),
      (t) => 0.8 + 0.25 * slow(t),
    ),
  );
}
export function co2(): Wave {
  const long_s = 4.5;
  const slow = wander(30);
  const roar = filter(white(long_s), 'band', (t) => 1100 + 300 * Math.sin(t * 2), 0.4);
  const low = gain(filter(brown(long_s), 'low', 160), 0.9);
  return seamless(shape(mix(roar, low, gain(filter(white(long_s), 'high', 7000), 0.25)), (t) => 0.75 + 0.3 * slow(t)));
}
export function water(): Wave {
  const slow = wander(18);
  const wet = gain(filter(pink(4.5), 'low', 700), 0.3);
  return seamless(shape(mix(filter(white(4.5), 'band', 3400, 0.5), wet), (t) => 0.85 + 0.2 * slow(t)));
}
export function splash(): Wave {
  const sheet = shape(
    filter(white(1.3), 'band', (t) => 2600 * Math.exp(-t * 2) + 500, 0.6),
    strike(0.03, 0.3),
  );
  const out = gain(sheet, 1.4);
  for (let k = 0; k < 26; k++)
    lay(out, click(0.04, 700 + 1800 * random(), 5, 0.01), 0.15 + random() * 0.9, 0.4 * random());
  return room(out, 0.4, 0.2);
}
export function fizz(): Wave {
  return shape(filter(white(1.2), 'band', 3000, 0.6), (t) => held(1.2, 0.02, 1.0)(t) ** 2);
}

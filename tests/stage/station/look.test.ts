/** What staff are told of a run: who is there, what is in the hands, what the watchers are asked. */
import { expect, test } from 'vitest';
import { loadPack } from '../../../src/cli/packs-node.ts';
import { createTrainee } from '../../../src/stage/input/trainee.ts';
import { lookAt, questionOf, TOUCHED_s } from '../../../src/stage/station/look.ts';
import { freshDrill } from '../panel/all.ts';

const drill = freshDrill('kitchen-wok', 'assess');
const here = { visibility: 'visible' as XRVisibilityState, pageHidden: false, untouched_s: 0 };

test('a headset counts as attended while it is worn, whatever the page behind it does', () => {
  const t = createTrainee(drill);
  expect(lookAt('headset', drill, t, here).attended).toBe(false);
  t.presenting = true;
  expect(lookAt('headset', drill, t, { ...here, pageHidden: true, untouched_s: 1e6 }).attended).toBe(true);
  expect(lookAt('headset', drill, t, { ...here, visibility: 'visible-blurred' }).attended).toBe(true);
  expect(lookAt('headset', drill, t, { ...here, visibility: 'hidden' }).attended).toBe(false);
});

test('a computer counts as attended while its page is in front and was touched not long ago', () => {
  const t = createTrainee(drill);
  expect(lookAt('desktop', drill, t, here).attended).toBe(true);
  expect(lookAt('desktop', drill, t, { ...here, pageHidden: true }).attended).toBe(false);
  expect(lookAt('desktop', drill, t, { ...here, untouched_s: TOUCHED_s - 1 }).attended).toBe(true);
  expect(lookAt('desktop', drill, t, { ...here, untouched_s: TOUCHED_s }).attended).toBe(false);
});

test('controllers that are lost are counted; a computer needs none', () => {
  const t = createTrainee(drill);
  t.presenting = true;
  expect(lookAt('headset', drill, t, here).controllers).toBe('none');
  t.xr.left.tracked = true;
  expect(lookAt('headset', drill, t, here).controllers).toBe('one');
  t.xr.right.tracked = true;
  expect(lookAt('headset', drill, t, here).controllers).toBe('two');
  expect(lookAt('desktop', drill, t, here).controllers).toBe('not-needed');
});

test('a stage that asks the watchers something says how many answers there are and which is right, no other does', () => {
  const pack = loadPack('firefighting/kitchen-wok');
  const asking = pack.script.stages.filter((stage) => stage.question !== undefined);
  expect(asking.length).toBeGreaterThan(0);
  for (const { id, question } of pack.script.stages) {
    const asked = questionOf({ pack }, id);
    if (question) expect(asked).toEqual({ stage: id, options: question.options.length, right: question.right });
    else expect(asked).toBeNull();
  }
});

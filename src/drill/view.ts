/** What panels and captions show of a run: changes only when something happened. */
import type { StoreApi } from 'zustand/vanilla';
import { verdict } from '../script/engine.ts';
import { clock_s } from '../sim/world.ts';
import type { Run, RunEvent } from './run-state.ts';
import type { DrillView, MarkView } from './types.ts';

/** How long the calm reminder and an explanation stay. [D] */
const REMINDER_s = 6;
const EXPLANATION_s = 8;

/** @returns the view before the first tick. */
export function firstView(run: Run, events: RunEvent[]): DrillView {
  const view: DrillView = {
    stage: run.judging.stage,
    promptKey: promptKey(run),
    captions: [],
    marks: marksOf(run),
    score: 0,
    consequence: null,
    attempt: 1,
    paused: false,
    reminder: false,
    reminderUntil_s: 0,
    explanation: null,
    ended: null,
  };
  return { ...view, captions: captionsOf(run, events) };
}

/** Brings the view up to date with what a tick said. */
export function showEvents(store: StoreApi<DrillView>, run: Run, events: RunEvent[]): void {
  const before = store.getState();
  const now_s = clock_s(run.world);
  const change: Partial<DrillView> = {
    stage: run.judging.stage,
    promptKey: promptKey(run),
    consequence: run.consequence,
    attempt: run.attempt,
    reminder: before.reminder && now_s < before.reminderUntil_s,
    explanation: before.explanation && now_s < before.explanation.until_s ? before.explanation : null,
    ended: run.ended,
  };
  const said = captionsOf(run, events);
  if (said.length > 0) change.captions = [...before.captions, ...said];
  for (const event of events) {
    if (event.kind === 'rewound') Object.assign(change, { captions: keptCaptions(before, now_s), explanation: null });
    if (event.kind === 'reminder' && run.head.mode === 'assess')
      Object.assign(change, { reminder: true, reminderUntil_s: now_s + REMINDER_s });
    if ((event.kind === 'error' || event.kind === 'critical') && run.head.mode === 'learn')
      change.explanation = { rule: event.rule, key: reasonOf(run, event.rule), until_s: now_s + EXPLANATION_s };
  }
  if (events.length > 0) {
    const worth = verdict(run.pack.script, run.judging);
    change.marks = marksOf(run);
    change.score = run.ended?.score ?? worth.sumPoints;
  }
  store.setState(change);
}

function promptKey(run: Run): string | null {
  if (run.head.mode === 'assess' && !run.calmer) return null;
  return run.pack.script.stages.find((stage) => stage.id === run.judging.stage)?.prompt ?? null;
}

function keptCaptions(view: DrillView, now_s: number): DrillView['captions'] {
  return view.captions.filter((caption) => caption.at_s <= now_s);
}

function captionsOf(run: Run, events: RunEvent[]): DrillView['captions'] {
  const at_s = clock_s(run.world);
  return events.flatMap((event) => {
    // asked for by the trainer: said in an assessed run too
    if (event.kind === 'hint') return [{ key: event.key, at_s, speaker: 'coach' }];
    if (event.kind === 'caption' && coached(run, event.speaker)) return [];
    if (event.kind === 'caption') return [{ key: event.key, at_s, speaker: event.speaker }];
    if (event.kind === 'critical') return [{ key: event.key, at_s, speaker: 'coach' }];
    if (event.kind !== 'stage' && event.kind !== 'surprise') return [];
    return event.actions.flatMap((action) =>
      action.caption === undefined ? [] : [{ key: action.caption, at_s, speaker: action.speaker ?? 'coach' }],
    );
  });
}

/** Who is assessed gets no hints: the coach says what is right only after the call, when the fire is behind them. */
function coached(run: Run, speaker: string): boolean {
  return speaker === 'coach' && run.head.mode === 'assess' && !run.facts.some((one) => one.fact === 'call-complete');
}

function reasonOf(run: Run, rule: string): string {
  return described(run, rule).reason;
}

function described(run: Run, rule: string): { title: string; reason: string; critical: boolean } {
  const { script } = run.pack;
  const critical = script.critical.find((one) => one.rule === rule);
  const found =
    critical ?? script.marks.find((one) => one.rule === rule) ?? script.errors.find((one) => one.rule === rule)!;
  return { title: found.title, reason: found.reason, critical: critical !== undefined };
}

/** @returns the marks so far with the texts that name and explain them. */
export function marksOf(run: Run): MarkView[] {
  return verdict(run.pack.script, run.judging).rows.map((row) => {
    const { title, reason, critical } = described(run, row.rule);
    return { ...row, critical, titleKey: title, reasonKey: reason };
  });
}

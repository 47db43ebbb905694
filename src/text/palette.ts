/** The one teal of the hall's pages, faint to deep; the stage's pages carry the same as CSS. */
export const TEAL = [
  '#eef6f4',
  '#dbebe8',
  '#b3d5cf',
  '#88bdb5',
  '#63a79d',
  '#47978b',
  '#318075',
  '#276c66',
  '#1f5d59',
  '#154441',
] as const;

/** Chinese letters first from the hall's own font, then from what the device has. */
export const LETTERS =
  '"Drillhall Sans", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

/** What the hands ask of the page: panels to open, choices to close. */
import { createTargets, type Targets } from './targets.ts';

/** What the acts ask of the panels, and what the desktop's hands need; emptied by who answers. */
export interface Asked {
  menu: boolean;
  saying: boolean;
  phone: string | null;
  inspecting: string | null;
  /** thing whose choices are asked for */
  choosing: string | null;
  /** thing whose choices are open now, told by the page; and that they should close */
  open: string | null;
  closes: boolean;
  /** desktop: metres to what the cursor is on, and how far the handle is squeezed */
  surface_m: number;
  squeeze_frac: number;
  targets: Targets;
}

export function createAsked(): Asked {
  return {
    menu: false,
    saying: false,
    phone: null,
    inspecting: null,
    choosing: null,
    open: null,
    closes: false,
    surface_m: 3,
    squeeze_frac: 0,
    targets: createTargets(),
  };
}

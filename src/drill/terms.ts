/** How a run is opened: its mode, its body, its language and the hall it is in. */
export type Mode = 'learn' | 'assess';
export type How = 'headset' | 'desktop';
export type Locale = 'zh-CN' | 'en';

/** What the hall has set; the drills speak with these and refuse to open without them (procedures 0.1 #20). */
export interface HallSettings {
  name: string;
  dutyPhone: string;
  gasLine: string;
  assemblyPoint: string;
  aedPlace: string;
  address: string;
}

/** The three names of the frame's order; every useFrame of the stage takes one of them. */

/** Poses, buttons and rays are read and the body's sample is filled. */
export const INPUT = -30;
/** The drill advances by the frame's time. */
export const TICK = -20;
/** Meshes, panels and sounds follow the world. */
export const DRAW = -10;

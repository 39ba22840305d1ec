/** What templates call the tracker that they read; those of later months have a number. */
export const TRACKER_PREFIX = 'Tracker';

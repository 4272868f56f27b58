/** Older than anybody has been known to grow, a birth date is a mistake, and so is an age in the law. */
export const longestLife = 125

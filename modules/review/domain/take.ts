/** How long a list may be carried about without being handed in. */
export const takeDays = 5

/** So often somebody comes to a door in vain; then looking for them is a task. */
export const triesBeforeTask = 3

/** Within how many days what a review leaves to do is to be done; our own house rule, no text sets one. */
export const taskDays = 10

/** So many days before its day a task is shown on the page of the day. */
export const soonDays = 3

/** How many people are carried along at once: more than anybody visits in a day. */
export const mostCarried = 1500

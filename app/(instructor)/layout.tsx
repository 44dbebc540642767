/**
 * The same frame, beside the learners' pages because those stream behind a skeleton: an
 * answer that has begun cannot become 404 any more, and here that is said to learners.
 */
export { default } from "../(learner)/layout";

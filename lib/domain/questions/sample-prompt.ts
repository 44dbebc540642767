import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion } from "@/lib/domain/questions/draw-question";

/** What a question asks, for lists: some variant of it, always the same, as parameters are nothing to read. */
export const samplePrompt = (content: QuestionContent): string =>
  drawQuestion(content, "sample").content.prompt;

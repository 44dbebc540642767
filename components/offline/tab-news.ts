import type { AnswerResponse } from "@/lib/domain/study/answer-contract";

export type Delivery =
  { status: "delivered"; response: AnswerResponse } | { status: "refused"; reason: string };

/** What one tab tells the others: that kept answers changed, and what became of one. */
export type TabNews = { settled?: { id: string; delivery: Delivery } };

/** Returns how to tell the other tabs of the same learner. */
export function tellTabs(userId: string, onNews: (news: TabNews) => void): (news: TabNews) => void {
  const channel = new BroadcastChannel(`reconcile.answers.${userId}`);
  channel.onmessage = (event: MessageEvent<TabNews>) => {
    onNews(event.data);
  };
  return (news) => {
    channel.postMessage(news);
  };
}

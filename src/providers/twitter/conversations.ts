const MOST = 1000

/**
 * Remembers conversation ids that differ from the post's own: an edited post
 * has a new id, while its replies keep pointing at the first. Small and
 * forgetful, because the next reading fills it again.
 */
export class Conversations {
  private readonly ids_ = new Map<string, string>()

  remember(postId: string, conversationId: string): void {
    if (postId === conversationId) {
      return
    }
    this.ids_.delete(postId)
    this.ids_.set(postId, conversationId)
    if (this.ids_.size > MOST) {
      const [oldest] = this.ids_.keys()
      this.ids_.delete(oldest as string)
    }
  }

  of(postId: string): string {
    return this.ids_.get(postId) ?? postId
  }
}

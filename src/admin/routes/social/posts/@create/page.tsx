import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { CreatePost } from "../../../../components/social-posts/create-post/create-post"

/** Adds a post of a connected account. */
const CreateSocialPostPage = () => {
  const { t } = useTranslation("social")
  return (
    <RouteFocusModal>
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("posts.add")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description asChild>
        <span className="sr-only">{t("posts.create.intro")}</span>
      </RouteFocusModal.Description>
      <CreatePost />
    </RouteFocusModal>
  )
}

export default CreateSocialPostPage

import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { CreatePost } from "../../../../components/social-posts/create-post/create-post"

/** Adds a post of a connected account. */
const CreateSocialPostPage = () => {
  const { t } = useTranslation("social")
  return (
    <RouteFocusModal>
      <RouteFocusModal.Title className="sr-only">
        {t("posts.add")}
      </RouteFocusModal.Title>
      <RouteFocusModal.Description className="sr-only">
        {t("posts.create.intro")}
      </RouteFocusModal.Description>
      <CreatePost />
    </RouteFocusModal>
  )
}

export default CreateSocialPostPage

import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { DrawerHeader } from "../../../../../components/common/modal-header"
import { EditPostForm } from "../../../../../components/social-posts/post-details/edit-post-form"
import { useSocialPost } from "../../../../../hooks/api/social-posts"

/** Changes a post's text, state, id and products. */
const EditSocialPostPage = () => {
  const { t } = useTranslation("social")
  const { id = "" } = useParams()
  const { social_post } = useSocialPost(id)
  return (
    <RouteDrawer>
      <DrawerHeader>
        <RouteDrawer.Title asChild>
          <Heading>{t("post.edit.title")}</Heading>
        </RouteDrawer.Title>
      </DrawerHeader>
      {social_post && <EditPostForm post={social_post} />}
    </RouteDrawer>
  )
}

export default EditSocialPostPage

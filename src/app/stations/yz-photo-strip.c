#include "config.h"

#include "yz-photo-strip.h"

#include <glib/gi18n.h>

#include "yz-picture.h"

#define THUMBNAIL_SIZE 72

/* Drawn at 72 pixels, also where two dots make one. */
#define TEXTURE_SIZE (2 * THUMBNAIL_SIZE)

/* Some 16 MB. Who looks at more starts anew. */
#define MAX_CACHED 200

struct _YzPhotoStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkFlowBox *flow;

  YzPhotos *photos;
  GHashTable *textures; /* sha256 → GdkTexture */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YzPhotoStrip, yz_photo_strip, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PHOTOS = 1,
} YzPhotoStripProperty;

static GParamSpec *properties[PROP_PHOTOS + 1];

static gboolean
is_empty (GObject *object, guint n_items)
{
  return n_items == 0;
}

static gboolean
is_not_empty (GObject *object, guint n_items)
{
  return n_items > 0;
}

/* What a finished loading concerns. The image may have been dropped from the strip by then, and the strip itself. */
typedef struct
{
  GWeakRef strip;
  GtkWidget *image;
  char *sha256;
} Thumbnail;

static void
thumbnail_free (Thumbnail *thumbnail)
{
  g_weak_ref_clear (&thumbnail->strip);
  g_object_unref (thumbnail->image);
  g_free (thumbnail->sha256);
  g_free (thumbnail);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Thumbnail, thumbnail_free)

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Thumbnail) thumbnail = data;
  g_autoptr (YzPhotoStrip) self = g_weak_ref_get (&thumbnail->strip);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = yz_picture_load_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    {
      /* the viewer tells why */
      gtk_image_set_from_icon_name (GTK_IMAGE (thumbnail->image), "image-missing-symbolic");
      return;
    }
  gtk_image_set_from_paintable (GTK_IMAGE (thumbnail->image), GDK_PAINTABLE (texture));
  if (g_hash_table_size (self->textures) >= MAX_CACHED)
    g_hash_table_remove_all (self->textures);
  g_hash_table_insert (self->textures, g_strdup (thumbnail->sha256), g_steal_pointer (&texture));
}

static void
load_thumbnail (YzPhotoStrip *self, const char *sha256, GtkWidget *image)
{
  YzStore *store = yz_session_get_store (yz_photos_get_session (self->photos));
  Thumbnail *thumbnail;

  if (store == NULL)
    return;
  thumbnail = g_new0 (Thumbnail, 1);
  g_weak_ref_init (&thumbnail->strip, self);
  thumbnail->image = g_object_ref_sink (image);
  thumbnail->sha256 = g_strdup (sha256);
  yz_picture_load_async (store, sha256, YZ_PICTURE_SQUARE, TEXTURE_SIZE, self->cancellable, on_loaded, thumbnail);
}

static GtkWidget *
make_image (YzPhotoStrip *self, YzRecord *photo)
{
  const char *sha256 = yz_record_get_text (photo, "sha256");
  const char *content_type = yz_record_get_text (photo, "content_type");
  GdkTexture *texture = sha256 != NULL ? g_hash_table_lookup (self->textures, sha256) : NULL;
  GtkWidget *image = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (image), THUMBNAIL_SIZE);
  gtk_widget_set_overflow (image, GTK_OVERFLOW_HIDDEN);
  if (texture != NULL)
    gtk_image_set_from_paintable (GTK_IMAGE (image), GDK_PAINTABLE (texture));
  else if (sha256 != NULL && g_str_has_prefix (content_type, "image/"))
    load_thumbnail (self, sha256, image);
  else
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (image), "x-office-document-symbolic");
      gtk_image_set_pixel_size (GTK_IMAGE (image), THUMBNAIL_SIZE / 2);
    }
  return image;
}

static GtkWidget *
make_thumbnail (gpointer item, gpointer data)
{
  YzRecord *photo = YZ_RECORD (item);
  const char *caption = yz_record_get_text (photo, "note");
  const char *name = caption != NULL ? caption : yz_record_get_title (photo);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_image (YZ_PHOTO_STRIP (data), photo));
  gtk_widget_set_size_request (button, THUMBNAIL_SIZE, THUMBNAIL_SIZE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "yz-photo");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "detail.show-photo");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", yz_record_get_id (photo));

  /* the button is what is reached by keyboard, not the cell around it */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return child;
}

static void
set_photos (YzPhotoStrip *self, YzPhotos *photos)
{
  if (!g_set_object (&self->photos, photos))
    return;
  gtk_flow_box_bind_model (self->flow, G_LIST_MODEL (photos), make_thumbnail, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHOTOS]);
}

static void
yz_photo_strip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PHOTOS)
    g_value_set_object (value, YZ_PHOTO_STRIP (object)->photos);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_photo_strip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PHOTOS)
    set_photos (YZ_PHOTO_STRIP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_photo_strip_dispose (GObject *object)
{
  YzPhotoStrip *self = YZ_PHOTO_STRIP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->photos);

  G_OBJECT_CLASS (yz_photo_strip_parent_class)->dispose (object);
}

static void
yz_photo_strip_finalize (GObject *object)
{
  YzPhotoStrip *self = YZ_PHOTO_STRIP (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->textures, g_hash_table_unref);

  G_OBJECT_CLASS (yz_photo_strip_parent_class)->finalize (object);
}

static void
yz_photo_strip_class_init (YzPhotoStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_photo_strip_get_property;
  object_class->set_property = yz_photo_strip_set_property;
  object_class->dispose = yz_photo_strip_dispose;
  object_class->finalize = yz_photo_strip_finalize;

  properties[PROP_PHOTOS] = g_param_spec_object ("photos", NULL, NULL, YZ_TYPE_PHOTOS,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-photo-strip.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzPhotoStrip, box);
  gtk_widget_class_bind_template_child (widget_class, YzPhotoStrip, flow);
  gtk_widget_class_bind_template_callback (widget_class, is_empty);
  gtk_widget_class_bind_template_callback (widget_class, is_not_empty);
}

static void
yz_photo_strip_init (YzPhotoStrip *self)
{
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

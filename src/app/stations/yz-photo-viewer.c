#include "config.h"

#include "yz-photo-viewer.h"

#include <glib/gi18n.h>

#include "yz-picture.h"

/* Enough for a large screen; a photo from a telephone has more. */
#define PICTURE_SIZE 2560

struct _YzPhotoViewer
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkPicture *picture;
  AdwStatusPage *status;
  GtkEditable *caption;

  YzPhotos *photos;
  YzRecord *photo; /* the one that is shown */
  guint position;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (YzPhotoViewer, yz_photo_viewer, ADW_TYPE_WINDOW)

static void
show_status (YzPhotoViewer *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzPhotoViewer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = yz_picture_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    {
      show_status (self, _ ("This picture cannot be shown"), error->message);
      return;
    }
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
load_picture (YzPhotoViewer *self)
{
  YzStore *store = yz_session_get_store (yz_photos_get_session (self->photos));
  const char *content_type = yz_record_get_text (self->photo, "content_type");

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (!g_str_has_prefix (content_type, "image/"))
    {
      show_status (self, yz_record_get_title (self->photo), _ ("Save the document to open it in another program."));
      return;
    }
  self->loading = g_cancellable_new ();
  yz_picture_load_async (store, yz_record_get_text (self->photo, "sha256"), YZ_PICTURE_WHOLE, PICTURE_SIZE,
                         self->loading, on_loaded, g_object_ref (self));
}

/* "2 of 5 · 2026-11-20 · 1.2 MB" */
static char *
describe (YzPhotoViewer *self, guint n_photos)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *size = g_format_size ((guint64) yz_record_get_integer (self->photo, "size"));
  const char *taken = yz_record_get_text (self->photo, "taken");

  g_string_append_printf (text, _ ("%u of %u"), self->position + 1, n_photos);
  if (taken != NULL)
    g_string_append_printf (text, " · %s", taken);
  g_string_append_printf (text, " · %s", size);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_photo (YzPhotoViewer *self)
{
  guint n_photos = g_list_model_get_n_items (G_LIST_MODEL (self->photos));
  const char *caption = yz_record_get_text (self->photo, "note");
  g_autofree char *subtitle = describe (self, n_photos);

  adw_window_title_set_title (self->title, yz_record_get_title (self->photo));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_editable_set_text (self->caption, caption != NULL ? caption : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stack), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caption != NULL ? caption : yz_record_get_title (self->photo), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.previous", self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.next", self->position + 1 < n_photos);
}

static void
go_to (YzPhotoViewer *self, guint position)
{
  g_autoptr (YzRecord) photo = g_list_model_get_item (G_LIST_MODEL (self->photos), position);
  gboolean other;

  if (photo == NULL)
    return;
  other = self->photo == NULL || g_strcmp0 (yz_record_get_id (photo), yz_record_get_id (self->photo)) != 0;
  g_set_object (&self->photo, photo);
  self->position = position;
  show_photo (self);
  if (other)
    load_picture (self);
}

static void
save_caption (YzPhotoViewer *self)
{
  const char *caption = self->photo != NULL ? yz_record_get_text (self->photo, "note") : NULL;
  const char *text = gtk_editable_get_text (self->caption);

  if (self->photo != NULL && g_strcmp0 (caption != NULL ? caption : "", text) != 0)
    yz_photos_set_caption (self->photos, self->photo, text);
}

/* The photo keeps its place when another one comes or goes; when it goes itself, its neighbour is next. */
static void
on_photos_changed (YzPhotoViewer *self)
{
  guint n_photos = g_list_model_get_n_items (G_LIST_MODEL (self->photos));
  guint position = yz_photos_find (self->photos, yz_record_get_id (self->photo));

  if (n_photos == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    go_to (self, MIN (position != G_MAXUINT ? position : self->position, n_photos - 1));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzPhotoViewer *self = YZ_PHOTO_VIEWER (widget);

  save_caption (self);
  go_to (self, self->position + 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzPhotoViewer *self = YZ_PHOTO_VIEWER (widget);

  save_caption (self);
  if (self->position > 0)
    go_to (self, self->position - 1);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzPhotoViewer *self = YZ_PHOTO_VIEWER (widget);

  yz_photos_remove (self->photos, self->photo);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!yz_photos_save_finish (YZ_PHOTOS (source), result, &error))
    yz_session_report_error (yz_photos_get_session (YZ_PHOTOS (source)), error);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzPhotoViewer *self = YZ_PHOTO_VIEWER (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  yz_photos_save_async (self->photos, self->photo, file, on_saved, NULL);
}

static void
on_place_chosen (GtkNativeDialog *dialog, int response, YzPhotoViewer *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      uri = g_file_get_uri (file);
      gtk_widget_activate_action (GTK_WIDGET (self), "photo.save", "s", uri);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
save_as_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzPhotoViewer *self = YZ_PHOTO_VIEWER (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Save As"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), yz_record_get_title (self->photo));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
yz_photo_viewer_close_request (GtkWindow *window)
{
  save_caption (YZ_PHOTO_VIEWER (window));
  return GTK_WINDOW_CLASS (yz_photo_viewer_parent_class)->close_request (window);
}

static void
yz_photo_viewer_dispose (GObject *object)
{
  YzPhotoViewer *self = YZ_PHOTO_VIEWER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->photo);
  g_clear_object (&self->photos);

  G_OBJECT_CLASS (yz_photo_viewer_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "photo.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "photo.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "photo.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (widget_class, "photo.save", "s", save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "photo.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "photo.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "photo.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "photo.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "photo.save-as", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_photo_viewer_class_init (YzPhotoViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_photo_viewer_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = yz_photo_viewer_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-photo-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, YzPhotoViewer, title);
  gtk_widget_class_bind_template_child (widget_class, YzPhotoViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, YzPhotoViewer, picture);
  gtk_widget_class_bind_template_child (widget_class, YzPhotoViewer, status);
  gtk_widget_class_bind_template_child (widget_class, YzPhotoViewer, caption);
  gtk_widget_class_bind_template_callback (widget_class, save_caption);
  install_actions (widget_class);
}

static void
yz_photo_viewer_init (YzPhotoViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_photo_viewer_new (YzPhotos *photos, const char *id)
{
  YzPhotoViewer *self = g_object_new (YZ_TYPE_PHOTO_VIEWER, NULL);

  self->photos = g_object_ref (photos);
  g_signal_connect_object (photos, "items-changed", G_CALLBACK (on_photos_changed), self, G_CONNECT_SWAPPED);
  go_to (self, yz_photos_find (photos, id));
  /* not the caption, in which the arrow keys would move the cursor instead of the photos */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}

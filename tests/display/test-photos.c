#include "display-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "yz-blob.h"
#include "yz-photo-strip.h"
#include "yz-photo-viewer.h"
#include "yz-station-detail.h"

/* A picture that can be told from another one, as a file. */
static char *
write_picture (Fixture *fixture, const char *name, guint32 colour, int width, int height)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) door = gdk_pixbuf_new_subpixbuf (pixbuf, width * 2 / 5, height / 4, width / 5, height * 3 / 4);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, colour);
  gdk_pixbuf_fill (door, 0xf6e7c8ff);
  gdk_pixbuf_save (pixbuf, path, g_str_has_suffix (name, ".png") ? "png" : "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_filename_to_uri (path, NULL, NULL);
}

static char *
write_bytes (Fixture *fixture, const char *name, const char *bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, -1, &error);
  g_assert_no_error (error);
  return g_filename_to_uri (path, NULL, NULL);
}

typedef struct
{
  YzStations *stations;
  YzStationDetail *detail;
  YzPhotos *photos;
} Pane;

static gboolean
has_station (gpointer data)
{
  return yz_listing_get_current (YZ_LISTING (data)) != NULL;
}

static void
pane_init (Pane *pane, Fixture *fixture)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  GtkWidget *detail;

  pane->stations = yz_stations_new (fixture->session);
  yz_listing_select_id (YZ_LISTING (pane->stations), yz_record_get_id (station));
  yz_test_wait_until (has_station, pane->stations);
  detail = g_object_new (YZ_TYPE_STATION_DETAIL, "stations", pane->stations, NULL);
  gtk_widget_add_css_class (detail, "yz-pane");
  pane->detail = YZ_STATION_DETAIL (detail);
  g_object_get (detail, "photos", &pane->photos, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 372, 760);
  fixture_show (fixture, detail);
}

static void
pane_clear (Pane *pane)
{
  g_clear_object (&pane->photos);
  g_clear_object (&pane->stations);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pane, pane_clear)

static gboolean
has_three (gpointer photos)
{
  return g_list_model_get_n_items (photos) == 3;
}

static void
add_three (Pane *pane, Fixture *fixture)
{
  g_autofree char *door = write_picture (fixture, "门头.jpg", 0x2b6f77ff, 640, 480);
  g_autofree char *room = write_picture (fixture, "室内.png", 0x9c5a3cff, 300, 600);
  g_autofree char *paper = write_bytes (fixture, "共建协议.pdf", "%PDF-1.4\n");
  const char *uris[] = { door, room, paper, NULL };

  gtk_widget_activate_action (GTK_WIDGET (pane->detail), "detail.add-photos", "^as", uris);
  yz_test_wait_until (has_three, pane->photos);
  fixture_settle ();
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* Every thumbnail that is a picture, or something like one, has arrived and has its place. */
static gboolean
are_thumbnails_loaded (gpointer flow)
{
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *cell = GTK_WIDGET (gtk_flow_box_get_child_at_index (flow, i));
      GtkWidget *image = fixture_find (cell, GTK_TYPE_IMAGE);

      if (image == NULL || gtk_image_get_paintable (GTK_IMAGE (image)) == NULL || gtk_widget_get_width (image) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
test_add_and_see (Fixture *fixture, gconstpointer data)
{
  g_auto (Pane) pane = { 0 };
  GtkWidget *strip, *flow, *image;
  GdkPaintable *paintable;

  pane_init (&pane, fixture);
  fixture_assert_named (GTK_WIDGET (pane.detail));
  add_three (&pane, fixture);
  strip = fixture_find (GTK_WIDGET (pane.detail), YZ_TYPE_PHOTO_STRIP);
  flow = fixture_find (strip, GTK_TYPE_FLOW_BOX);
  g_assert_true (gtk_widget_get_mapped (flow));
  yz_test_wait_until (are_thumbnails_loaded, flow);
  fixture_settle ();

  image = fixture_find (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), 1)), GTK_TYPE_IMAGE);
  paintable = gtk_image_get_paintable (GTK_IMAGE (image));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (paintable), ==, 144);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (paintable), ==, 144);
  g_assert_cmpint (gtk_widget_get_width (image), ==, 72);
  fixture_assert_named (GTK_WIDGET (pane.detail));
  fixture_shoot (fixture->window, "photo-strip");
}

static gboolean
is_stack_page (gpointer data)
{
  GtkWidget *window = data;
  GtkStack *stack = GTK_STACK (fixture_find (window, GTK_TYPE_STACK));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), g_object_get_data (data, "page")) == 0;
}

static void
wait_for_page (GtkWindow *window, const char *page)
{
  g_object_set_data (G_OBJECT (window), "page", (gpointer) page);
  yz_test_wait_until (is_stack_page, window);
  fixture_settle ();
}

static GtkWindow *
open_viewer (Pane *pane, guint position)
{
  g_autoptr (YzRecord) photo = g_list_model_get_item (G_LIST_MODEL (pane->photos), position);
  GtkWindow *viewer;

  gtk_widget_activate_action (GTK_WIDGET (pane->detail), "detail.show-photo", "s", yz_record_get_id (photo));
  viewer = find_window (YZ_TYPE_PHOTO_VIEWER);
  g_assert_nonnull (viewer);
  return viewer;
}

static gboolean
has_caption (gpointer photos)
{
  g_autoptr (YzRecord) photo = g_list_model_get_item (photos, 0);

  return g_strcmp0 (yz_record_get_text (photo, "note"), "从街上看") == 0;
}

static gboolean
is_saved (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_viewer (Fixture *fixture, gconstpointer data)
{
  g_auto (Pane) pane = { 0 };
  g_autofree char *path = g_build_filename (fixture->folder, "saved.jpg", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkWindow *viewer;
  GtkWidget *entry;

  pane_init (&pane, fixture);
  add_three (&pane, fixture);
  viewer = open_viewer (&pane, 0);
  wait_for_page (viewer, "picture");
  fixture_assert_named (GTK_WIDGET (viewer));
  fixture_shoot (GTK_WIDGET (viewer), "photo-viewer");
  g_assert_true (GTK_IS_STACK (gtk_window_get_focus (viewer)));
  entry = fixture_find (GTK_WIDGET (viewer), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "从街上看");
  g_signal_emit_by_name (entry, "activate");
  yz_test_wait_until (has_caption, pane.photos);

  gtk_widget_activate_action (GTK_WIDGET (viewer), "photo.save", "s", uri);
  yz_test_wait_until (is_saved, path);

  gtk_widget_activate_action (GTK_WIDGET (viewer), "photo.next", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  wait_for_page (viewer, "picture");
  gtk_widget_activate_action (GTK_WIDGET (viewer), "photo.next", NULL);
  wait_for_page (viewer, "status");
  gtk_widget_activate_action (GTK_WIDGET (viewer), "photo.next", NULL);
  gtk_widget_activate_action (GTK_WIDGET (viewer), "photo.previous", NULL);
  wait_for_page (viewer, "picture");
  gtk_window_close (viewer);
  fixture_settle ();
  g_assert_null (find_window (YZ_TYPE_PHOTO_VIEWER));
}

static gboolean
is_viewer_gone (gpointer data)
{
  return find_window (YZ_TYPE_PHOTO_VIEWER) == NULL;
}

static gboolean
has_two (gpointer photos)
{
  return g_list_model_get_n_items (photos) == 2;
}

static void
test_remove_in_the_viewer (Fixture *fixture, gconstpointer data)
{
  g_auto (Pane) pane = { 0 };
  GtkWindow *viewer;

  pane_init (&pane, fixture);
  add_three (&pane, fixture);
  viewer = open_viewer (&pane, 2);
  wait_for_page (viewer, "status");
  gtk_widget_activate_action (GTK_WIDGET (viewer), "photo.remove", NULL);
  yz_test_wait_until (has_two, pane.photos);
  wait_for_page (viewer, "picture");

  /* undoing what added them takes the last ones away under the viewer's eyes */
  yz_session_undo (fixture->session);
  yz_test_wait_until (has_three, pane.photos);
  yz_session_undo (fixture->session);
  yz_test_wait_until (is_viewer_gone, NULL);
}

/* A picture of 40000 × 40000 pixels in a few bytes, and one that breaks off: told, not decoded. */
static void
test_pictures_that_cannot_be_shown (Fixture *fixture, gconstpointer data)
{
  static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40\0\0\x9c\x40\x08\x02\0\0\0\x17\xd8\x82\x46"
                             "\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82";
  g_auto (Pane) pane = { 0 };
  g_autofree char *path = g_build_filename (fixture->folder, "huge.png", NULL);
  g_autofree char *huge_uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *broken = write_bytes (fixture, "broken.jpg", "\xff\xd8\xff\xe0 nothing");
  g_autofree char *other = write_bytes (fixture, "other.jpg", "\xff\xd8\xff\xe0 nothing either");
  const char *uris[] = { huge_uri, broken, other, NULL };

  g_assert_true (g_file_set_contents (path, huge, sizeof huge - 1, NULL));
  pane_init (&pane, fixture);
  gtk_widget_activate_action (GTK_WIDGET (pane.detail), "detail.add-photos", "^as", uris);
  yz_test_wait_until (has_three, pane.photos);
  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *viewer = open_viewer (&pane, i);

      wait_for_page (viewer, "status");
      gtk_window_close (viewer);
      fixture_settle ();
    }
}

static gboolean
is_told (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_refusal_is_told (Fixture *fixture, gconstpointer data)
{
  g_auto (Pane) pane = { 0 };
  g_autofree char *text = write_bytes (fixture, "说明.txt", "not a picture");
  const char *uris[] = { text, NULL };

  pane_init (&pane, fixture);
  gtk_widget_activate_action (GTK_WIDGET (pane.detail), "detail.add-photos", "^as", uris);
  yz_test_wait_until (is_told, NULL);
  g_assert_nonnull (g_strrstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG))),
                               "说明.txt"));
  gtk_window_close (find_window (ADW_TYPE_MESSAGE_DIALOG));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  fixture_test ("/display/photos/add-and-see", test_add_and_see);
  fixture_test ("/display/photos/viewer", test_viewer);
  fixture_test ("/display/photos/remove-in-the-viewer", test_remove_in_the_viewer);
  fixture_test ("/display/photos/pictures-that-cannot-be-shown", test_pictures_that_cannot_be_shown);
  fixture_test ("/display/photos/refusal-is-told", test_refusal_is_told);

  return g_test_run ();
}

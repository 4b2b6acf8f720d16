/* How files come to a station: chosen in a dialog, or dropped. Both end in the action detail.add-photos (as: URIs). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_photo_dialog_choose:
 * @detail: the widget whose action adds the files
 */
void yz_photo_dialog_choose (GtkWidget *detail);

/**
 * yz_photo_dialog_accept_drops:
 *
 * Lets files be dropped on @detail.
 */
void yz_photo_dialog_accept_drops (GtkWidget *detail);

/**
 * yz_photo_dialog_tell_refused:
 * @refused: (array zero-terminated=1): sentences, at least one
 */
void yz_photo_dialog_tell_refused (GtkWidget *detail, const char *const *refused);

G_END_DECLS

/*
 * A page as it is shown before it is printed; of a folded sheet, or of a booklet as it is printed, one whole side. It
 * is drawn on the worker of its proof. Main thread.
 */
#pragma once

#include <gio/gio.h>

#include "yz-paper.h"

G_BEGIN_DECLS

#define YZ_TYPE_GUIDE_LEAF (yz_guide_leaf_get_type ())

G_DECLARE_FINAL_TYPE (YzGuideLeaf, yz_guide_leaf, YZ, GUIDE_LEAF, GObject)

/**
 * YzGuideLeaf::redraw:
 *
 * Emitted when the leaf looks other than it did: the number of pages is known now.
 */

/**
 * yz_guide_leaf_get_number:
 *
 * Returns: of the page, from 1; of a printed sheet the number of its side
 */
guint yz_guide_leaf_get_number (YzGuideLeaf *self);

/**
 * yz_guide_leaf_dup_title:
 *
 * Returns: (transfer full): "Page 3", or "Side 2" of a printed sheet
 */
char *yz_guide_leaf_dup_title (YzGuideLeaf *self);

/**
 * yz_guide_leaf_get_size:
 * @width: (out): millimetres
 * @height: (out): likewise
 */
void yz_guide_leaf_get_size (YzGuideLeaf *self, double *width, double *height);

/**
 * YzGuidePicture:
 * @bytes: rows of pixels as %CAIRO_FORMAT_ARGB32 has them, all of them opaque
 * @width: pixels
 * @height: likewise
 * @stride: bytes from row to row
 *
 * A leaf as it was drawn.
 */
typedef struct
{
  GBytes *bytes;
  int width;
  int height;
  int stride;
} YzGuidePicture;

void yz_guide_picture_free (YzGuidePicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuidePicture, yz_guide_picture_free)

/**
 * yz_guide_leaf_draw_async:
 * @dots: a millimetre; fewer are taken where the picture would be enormous
 *
 * Draws the leaf. yz_guide_leaf_draw_finish() returns the picture, or %NULL with an error.
 */
void            yz_guide_leaf_draw_async (YzGuideLeaf *self, double dots, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
YzGuidePicture *yz_guide_leaf_draw_finish (YzGuideLeaf *self, GAsyncResult *result, GError **error);

/**
 * YzGuideSpot:
 * @box: millimetres on the leaf
 * @id: of the station that stands there
 * @name: of it
 */
typedef struct
{
  YzRect box;
  char *id;
  char *name;
} YzGuideSpot;

/**
 * yz_guide_leaf_find_async:
 *
 * Finds the stations on the leaf. yz_guide_leaf_find_finish() returns them, each once, or %NULL with an error.
 */
void       yz_guide_leaf_find_async (YzGuideLeaf *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *yz_guide_leaf_find_finish (YzGuideLeaf *self, GAsyncResult *result, GError **error);

G_END_DECLS

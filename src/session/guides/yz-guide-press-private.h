/*
 * What lays out and draws the pages of a proof. Only tasks on the proof's worker look into it. Proof and leaves share
 * it; the last one to go may be a task on the worker, so it owns nothing that is of the main thread.
 */
#pragma once

#include "yz-guide-leaf.h"
#include "yz-guide-stock.h"
#include "yz-worker.h"

G_BEGIN_DECLS

/**
 * YzGuidePress:
 * @stock: where the content comes from
 * @request: what is wanted
 * @content: (nullable): once it is taken
 * @pages: (nullable): once they are begun
 */
typedef struct
{
  YzGuideStock *stock;
  YzGuideRequest *request;
  YzGuideContent *content;
  YzPages *pages;
} YzGuidePress;

YzGuidePress *yz_guide_press_new (YzGuideStock *stock, const YzGuideRequest *request);
YzGuidePress *yz_guide_press_ref (YzGuidePress *self);
void          yz_guide_press_unref (YzGuidePress *self);

/**
 * yz_guide_press_begin:
 *
 * Takes the content and lays out the first page.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_press_begin (YzGuidePress *self, GCancellable *cancellable, GError **error);

/**
 * yz_guide_press_go_on:
 *
 * Lays out more pages, for a moment.
 */
void yz_guide_press_go_on (YzGuidePress *self, GCancellable *cancellable);

/**
 * yz_guide_press_count:
 *
 * Returns: how many leaves there are so far
 */
guint yz_guide_press_count (const YzGuidePress *self);
void  yz_guide_press_get_size (const YzGuidePress *self, guint index, double *width, double *height);

/**
 * yz_guide_press_draw:
 * @dots: see yz_guide_leaf_draw_async()
 *
 * Returns: (transfer full): the leaf on white paper, as %CAIRO_FORMAT_RGB24
 */
cairo_surface_t *yz_guide_press_draw (const YzGuidePress *self, guint index, double dots);

/**
 * yz_guide_press_find:
 *
 * Returns: (transfer full) (element-type YzGuideSpot): what stands for stations on a leaf
 */
GPtrArray *yz_guide_press_find (const YzGuidePress *self, guint index);

/**
 * yz_guide_leaf_new:
 *
 * Returns: (transfer full): the leaf @index of @press
 */
YzGuideLeaf *yz_guide_leaf_new (YzWorker *worker, YzGuidePress *press, guint index, double width, double height);

/**
 * yz_guide_leaf_redraw:
 *
 * Emits #YzGuideLeaf::redraw.
 */
void yz_guide_leaf_redraw (YzGuideLeaf *self);

G_END_DECLS

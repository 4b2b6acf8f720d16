/*
 * The content that pages were last made of. Where only their look is another, such as paper or audience, nothing has to
 * be read again. Tasks on one worker look into it; when the workspace changes, its owner takes a new one.
 */
#pragma once

#include "yz-guide-request.h"

G_BEGIN_DECLS

typedef struct _YzGuideStock YzGuideStock;

/**
 * yz_guide_stock_new:
 *
 * Returns: (transfer full): an empty stock of what is in @store
 */
YzGuideStock *yz_guide_stock_new (YzStore *store);
YzGuideStock *yz_guide_stock_ref (YzGuideStock *self);
void          yz_guide_stock_unref (YzGuideStock *self);

/**
 * yz_guide_stock_take:
 *
 * Blocking, on the worker.
 *
 * Returns: (transfer full) (nullable): what yz_guide_request_load() returns for the screen; read again only if other
 *   content is wanted, on another day or with another street map
 */
YzGuideContent *yz_guide_stock_take (YzGuideStock *self, const YzGuideRequest *request, GCancellable *cancellable,
                                     GError **error);

G_END_DECLS

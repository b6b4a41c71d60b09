/* The facilitator's remote. */

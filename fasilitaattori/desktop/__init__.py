"""The facilitator's windows: library, methods, plan, live desk, wrap-up, papers, network, settings; and the big screen."""
